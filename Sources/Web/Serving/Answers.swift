#if Web
internal import CanonicalJSON
internal import EventLog
internal import HTTPTypes
internal import Hummingbird
internal import Views
internal import Wording

/// The forms in which pages and programs are answered.
extension Response {
    static func html(_ text: String, status: Int = 200) -> Response {
        Response(status: .init(code: status), headers: [.contentType: "text/html; charset=utf-8"], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    static func text(_ text: String, type: String = "text/plain; charset=utf-8", status: Int = 200) -> Response {
        Response(status: .init(code: status), headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    static func json(_ value: JSONValue, status: Int = 200, type: String = "application/json") -> Response {
        text(value.text + "\n", type: type, status: status)
    }

    /// After a form was handled: the browser asks for the page anew, so that reloading it sends nothing twice.
    static func redirect(to address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }

    /// A file to be kept; never shown as a page of the server.
    static func attachment(_ text: String, type: String, named name: String) -> Response {
        var response = Response.text(text, type: type)
        response.headers[.contentDisposition] = "attachment; filename=\"\(name.asciiFileName)\"; filename*=UTF-8''\(name.addressEncoded)"
        return response
    }

    /// A problem as RFC 9457 has it, with the code that scripts look at; the text is in the language of whoever asks.
    static func problem(_ failure: Failure, _ language: Language, adding more: JSONObject = JSONObject()) -> Response {
        var object = more
        object["type"] = "about:blank"
        object["status"] = .integer(Int64(failure.status))
        object["title"] = .string(RefusalText.title(ofStatus: failure.status)[language])
        object["code"] = .string(failure.problem.code)
        object["detail"] = .string(failure.problem.phrase[language])
        var response = Response.json(.object(object), status: failure.status, type: "application/problem+json")
        if failure.status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}

extension JSONValue {
    /// Its one form as text; integers that JSON readers do not keep are strings.
    var text: String { String(decoding: interoperable.canonicalBytes, as: UTF8.self) }
}

extension String {
    fileprivate var asciiFileName: String {
        String(unicodeScalars.map { $0.isASCII && $0.value >= 0x20 && $0 != "\"" && $0 != "\\" ? Character($0) : "_" })
    }
}

extension Position {
    /// As a tag of an answer: the state of the book that it is made of.
    var entityTag: String { "\"\(self)\"" }
}
#endif
