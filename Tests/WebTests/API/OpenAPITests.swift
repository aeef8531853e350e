#if Web
import CanonicalJSON
import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Views

@testable import Web

/// The document that says what programs may ask is of one mind with the routes, the views, the commands and the refusals.
@Suite("OpenAPI document")
struct OpenAPITests {
    private static let schemas = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Schemas")

    /// What every view may be asked with.
    private static let ofEveryView = ["asOf", "at", "knownAt", "plan", "since", "lang"]

    private let document: JSONValue

    init() throws { document = try JSONParser.parse(String(decoding: PackageResources.openapi_json, as: UTF8.self)) }

    /// Which schema the answer of an address has.
    private func answer(_ path: String) -> String? {
        at("paths", path, "get", "responses", "200", "content", "application/json")?.objectValue?["schema"]?.objectValue?["$ref"]?.stringValue
    }

    @Test func isServed() async throws {
        let document = document
        try await WebBench().serve { client in
            let response = try await client.get("/openapi.json")
            #expect(response.status == .ok && response.headers[.contentType] == "application/json")
            #expect(try .object(response.json()) == document)
        }
    }

    /// A `$ref` within the document is followed.
    private func at(_ names: String..., in value: JSONValue? = nil) -> JSONValue? {
        resolved(names.reduce(value ?? document) { resolved($0)?.objectValue?[$1] })
    }

    private func resolved(_ value: JSONValue?) -> JSONValue? {
        guard let address = value?.objectValue?["$ref"]?.stringValue else { return value }
        return address.dropFirst("#/".count).split(separator: "/").reduce(document) { $0?.objectValue?[String($1)] }
    }

    private func members(_ names: String...) -> [JSONObject.Member] {
        names.reduce(document) { $0?.objectValue?[$1] }?.objectValue?.members ?? []
    }

    private func texts(_ value: JSONValue?) -> [String] { value?.arrayValue?.compactMap(\.stringValue) ?? [] }

    /// Of an operation: names of the parameters in a place, in order.
    private func parameters(_ path: String, _ method: String = "get", in place: String) -> [String] {
        (at("paths", path, method, "parameters")?.arrayValue ?? []).compactMap { parameter in
            at("in", in: parameter)?.stringValue == place ? at("name", in: parameter)?.stringValue : nil
        }
    }

    @Test func everyRouteForProgramsIsThereAndNothingElse() throws {
        let sites = try WebBench().sites
        let routes = (Routes.all + ShelfRoutes.all(sites, Metrics())).filter { $0.kind == .api }
        let described = members("paths").flatMap { path in
            (path.value.objectValue?.members ?? []).map(\.key).filter { $0 != "servers" }.map { "\($0.uppercased()) \(path.key)" }
        }
        #expect(Set(described) == Set(routes.map { "\($0.method.rawValue) \($0.pattern)" }))
        for route in routes {
            let method = route.method.rawValue.lowercased()
            #expect(parameters(route.pattern, method, in: "path") == route.parameters, "\(route.pattern)")
            let isOpen = at("paths", route.pattern, method, "security")?.arrayValue?.isEmpty ?? false
            #expect(isOpen == (route.access == .anybody), "\(route.pattern)")
        }
    }

    @Test(arguments: ViewCatalogue.views.map { $0.name })
    func theParametersOfAView(_ name: String) throws {
        let view = try #require(ViewCatalogue[name])
        let all = view.parameters + Self.ofEveryView.filter { !view.parameters.contains($0) }
        #expect(parameters("/api/\(name)", in: "query") == all)
        // The same by id, such as `/api/members/{member}` of the view `member`.
        let answer = answer("/api/\(name)")
        #expect(answer != nil)
        for path in members("paths").map(\.key) where self.answer(path) == answer {
            #expect(parameters(path, in: "path") + parameters(path, in: "query") == all, "\(path)")
        }
    }

    /// The answer's type, and what is always there, are those of the view's own schema.
    @Test(arguments: ViewCatalogue.views.map { $0.name })
    func theAnswerOfAView(_ name: String) throws {
        func read(_ file: String) throws -> JSONObject {
            try #require(JSONParser.parse(String(contentsOf: Self.schemas.appendingPathComponent(file), encoding: .utf8)).objectValue)
        }
        let (own, shared) = (try read("views/\(name).schema.json"), try read("view.schema.json"))
        func required(_ schema: JSONObject, of file: JSONObject) -> [String] {
            let address = schema["$ref"]?.stringValue
            let target = address.map { $0.hasPrefix("#") ? own : shared } ?? file
            let name = address?.split(separator: "/").last.map(String.init)
            let base = name.flatMap { target["$defs"]?.objectValue?[$0]?.objectValue }
            return (base.map { required($0, of: target) } ?? []) + texts(schema["required"])
        }
        let answer = at("paths", "/api/\(name)", "get", "responses", "200", "content", "application/json", "schema")
        let isList = own["type"]?.stringValue == "array"
        #expect(at("type", in: answer)?.stringValue == (isList ? "array" : "object"))
        let described = isList ? at("items", in: answer) : answer
        let schema = isList ? try #require(own["items"]?.objectValue) : own
        #expect(Set(texts(at("required", in: described))) == Set(required(schema, of: own)))
        #expect(!texts(at("required", in: described)).isEmpty)
    }

    @Test func everyCommandIsNamed() {
        let named = texts(at("components", "schemas", "Command", "properties", "command", "enum"))
        #expect(named == CommandCatalogue.kinds.map(\.name).filter { $0 != "book.open" }.sorted())
    }

    @Test func everyRefusalIsDescribed() {
        let refusals: [Refusal] = [
            .notFound, .methodNotAllowed(allowed: []), .notSignedIn, .notAllowed, .formExpired, .crossSite, .tooLong(byteMax: 1),
            .tooOften(seconds: 1), .positionChanged(now: 1), .headerInvalid(""), .unsupportedType,
        ]
        let statuses = at("components", "schemas", "Problem", "properties", "status", "enum")?.arrayValue?.compactMap(\.integerValue) ?? []
        let codes = texts(at("components", "schemas", "Problem", "properties", "code", "examples"))
        #expect(codes.sorted() == refusals.map(\.code).sorted())
        for refusal in refusals {
            #expect(statuses.contains(Int64(refusal.httpStatus)), "\(refusal.code)")
            // Only pages are limited by how often they are asked for.
            if refusal.httpStatus != 429 { #expect(answers(withStatus: refusal.httpStatus).contains(refusal.code), "\(refusal.code)") }
        }
    }

    /// What the document says of the answers with a status: the codes are named in it.
    private func answers(withStatus status: Int) -> String {
        members("paths").flatMap { $0.value.objectValue?.members ?? [] }.compactMap { operation in
            at("responses", "\(status)", "description", in: operation.value)?.stringValue
        }.joined(separator: "\n")
    }
}
#endif
