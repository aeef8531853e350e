#if Web
import Domain
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Texts that are markup, in every field that pages show.
@Suite("Injection")
struct InjectionTests {
    private static let evil = "<script>alert(1)</script>\\\"'><img src=x onerror=alert(2)>"

    /// A book in which every text that people give is markup.
    private static func bench() throws -> WebBench {
        try WebBench(
            #"{"command":"member.join","member":"M9","name":"\#(evil)","from":"2026-01-01","sector":"\#(evil)","occurred":"2026-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A9","kind":"meeting","title":"\#(evil)","on":"2026-07-01","place":"\#(evil)","content":"\#(evil)","occurred":"2026-06-20"}"#,
            #"{"command":"attendance.ask-leave","activity":"A9","member":"M9","why":"\#(evil)","occurred":"2026-06-30"}"#,
            #"{"command":"proposal.file","proposal":"P9","title":"\#(evil)","kind":"individual","signers":["M9"],"text":"\#(evil)","occurred":"2026-06-20"}"#,
            #"{"command":"suggestion.submit","suggestion":"S9","title":"\#(evil)","kind":"suggestion","members":["M9"],"text":"\#(evil)","occurred":"2026-06-20"}"#,
            #"{"command":"work.file","work":"W9","kind":"report","title":"\#(evil)","authors":["M9"],"text":"\#(evil)","occurred":"2026-06-20"}"#,
            #"{"command":"donation.receive","donation":"D9","kind":"goods","goods":"\#(evil)","purpose":"\#(evil)","member":"M9","value":100,"occurred":"2026-06-20"}"#,
            #"{"command":"visit.record","visit":"V9","members":["M9"],"place":"\#(evil)","note":"\#(evil)","occurred":"2026-06-20"}"#,
            #"{"command":"plan.adopt","plan":"Y","title":"\#(evil)","year":2026,"text":"plan: Y\ntitle: '<script>alert(1)</script>'\nyear: 2026\ntargets:\n  - {id: a, title: '<script>alert(1)</script>', for: member, score: by-hand}\n","occurred":"2026-01-05"}"#,
            #"{"command":"appeal.file","appeal":"O9","member":"M9","plan":"Y","why":"\#(evil)","occurred":"2026-06-25"}"#)
    }

    private static let examples = [
        "activity": "A9", "member": "M9", "subject": "member:M9", "command": "activity.schedule", "positions": "1-16", "target": "a", "name": "style.css",
        "proposal": "P9", "plan": "Y", "ballot": "B1", "code": "0", "secret": "x",
    ]

    @Test func noPageHasMarkupOfTheBook() async throws {
        let bench = try Self.bench()
        try await bench.serve { client in
            var shown = 0
            for route in Routes.all where route.method == .get && route.kind == .page && route.pattern != "/assets/{name}" {
                let path = route.parameters.reduce(route.pattern) { $0.replacing("{\($1)}", with: Self.examples[$1] ?? "X") }
                for suffix in ["", route.pattern == "/search" ? "?text=script" : "?list=1"] {
                    let page = try await client.get(path + suffix, as: route.access.allows(.administrator) ? .administrator : Role.allCases.first { route.access.allows($0) })
                    #expect(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"), "\(route.pattern)")
                    if page.text.contains("&lt;script&gt;alert") { shown += 1 }
                }
            }
            // The texts are there, as texts.
            #expect(shown > 25, "\(shown)")
        }
    }

    /// What was typed comes back in the form, and is no markup either.
    @Test func whatIsTypedComesBackAsText() async throws {
        try await WebBench().serve { client in
            let evil = "\"><script>alert(1)</script>"
            let page = try await client.post("/record/activity.schedule", ["title": evil, "kind": evil, "on": evil], as: .secretary)
            #expect(page.status == .badRequest)
            #expect(!page.text.contains("<script>alert") && page.text.contains("&lt;script&gt;alert"))
            for path in ["/sign-in?to=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/search?text=%3Cscript%3Ealert(1)%3C/script%3E", "/plan?asOf=%3Cscript%3Ealert(1)%3C/script%3E", "/record/activity.schedule?title=%3Cscript%3Ealert(1)%3C/script%3E"] {
                let page = try await client.get(path, as: path.hasPrefix("/sign-in") ? nil : .secretary)
                #expect(!page.text.contains("<script>alert"), "\(path)")
            }
        }
    }

    @Test func nobodyIsSentElsewhereAfterSigningIn() async throws {
        try await WebBench().serve { client in
            _ = try client.bench.session(.secretary)
            for target in ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/%0d%0aSet-Cookie:x=1"] {
                let answer = try await client.post("/sign-in", ["name": "secretary", "password": "correct horse battery", "to": target])
                #expect(answer.status == .seeOther)
                let location = answer.location ?? ""
                #expect(location.hasPrefix("/") && !location.hasPrefix("//") && !location.contains("\\") && !location.contains("\n"), "\(target): \(location)")
            }
        }
    }
}
#endif
