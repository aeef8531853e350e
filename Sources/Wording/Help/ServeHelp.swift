/// Help of `minutebook serve`.
public enum ServeHelp {
    public static let serve = CommandHelp(
        zh: "打开网页服务", en: "Serve the pages and the HTTP API",
        remarks: Phrase(
            zh: "默认只有本机能访问；要让手机签到，用 --host 0.0.0.0，并尽量配证书。第一次启动会新建管理员，给出一次性登录链接。"
                + "给出几个履职簿时，每个在自己文件名的网址下。按“Ctrl-C”停止：已收到的会办完。",
            en: "By default for this machine alone. For phones to check in, use --host 0.0.0.0, with a certificate where possible. The first start makes an "
                + "administrator and prints a one-time link. Several books are served each under its file's name. Ctrl-C stops it: what was accepted is finished."),
        examples: "serve --book minutebook.db", "serve P6.db P7.db --host 0.0.0.0 --port 8443 --tls-certificate chain.pem --tls-key key.pem")
    public static let helpBook = CommandHelp(
        zh: "把使用手册写成一个网页文件", en: "Write the handbook as one HTML file", examples: "help-book -o handbook.html")
    public static let books = Phrase(zh: "履职簿文件，可以几个；不写就用 --book", en: "Books; --book where none is given.")
    public static let host = Phrase(zh: "监听的地址", en: "Address to listen on.")
    public static let port = Phrase(zh: "端口", en: "Port.")
    public static let certificate = Phrase(zh: "证书链文件", en: "File with the certificate's chain (PEM).")
    public static let key = Phrase(zh: "证书私钥文件", en: "File with the certificate's key (PEM).")
    public static let origin = Phrase(zh: "大家访问用的网址，如“https://lz.example.cn”；二维码里用它", en: "How people reach it, such as https://lz.example.cn: what codes on the screen lead to.")
    public static let certificateNeedsKey = Phrase(
        zh: "--tls-certificate 和 --tls-key 要一起写。", en: "Give both --tls-certificate and --tls-key.")
    public static let originInvalid = Phrase(
        zh: "--address 要写成“http://”或“https://”开头、不带路径的网址。", en: "Write --address as http:// or https:// and a host, without a path.")
    public static func portInvalid(_ port: Int) -> Phrase {
        Phrase(zh: "端口 \(port) 不对，应在 0 到 65535 之间。", en: "\(port) is not a port: use 0 to 65535.")
    }

    public static func serving(_ address: String) -> Phrase { Phrase(zh: "网页：\(address)", en: "Pages: \(address)") }
    public static func firstLink(_ name: String) -> Phrase {
        Phrase(
            zh: "第一次启动，管理员账号是 \(name)。请在 72 小时内打开下面的链接设密码，只能用一次：",
            en: "This is the first start. The administrator's account is \(name). Open this link within 72 hours to set the password; it works once:")
    }
    public static func cannotListen(_ host: String, _ port: Int) -> Phrase {
        Phrase(
            zh: "不能在 \(host):\(port) 上监听：端口被占用，或没有权限。换一个 --port 再试。",
            en: "Cannot listen on \(host):\(port): the port is in use, or not allowed. Try another --port.")
    }
    public static func badCertificate(_ path: String) -> Phrase {
        Phrase(zh: "证书或私钥不能用：\(path)。请检查文件内容和读取权限。", en: "The certificate or its key cannot be used: \(path). Check the files and who may read them.")
    }
    public static func sameName(_ name: String) -> Phrase {
        Phrase(zh: "有两个履职簿都叫 \(name)，网址会重复。请改一个文件名。", en: "Two books are called \(name): their addresses would be the same. Rename one of the files.")
    }
}
