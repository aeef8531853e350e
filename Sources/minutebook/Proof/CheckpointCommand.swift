internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import Foundation
internal import Rendering
internal import Reports
internal import TransparencyTree
internal import Views
internal import Wording

extension LogCommand {
    struct CheckpointCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "checkpoint", abstract: "签一个校验点 Sign a checkpoint: how many entries there are, and their root hash",
            discussion: """
                校验点交给别人保存（印在报告上、发给上级或见证方），此后谁也不能悄悄改动前面的记录。
                Give checkpoints away: printed on a report, sent to a superior or a witness. From then on nobody, the \
                keeper included, can change what came before unnoticed.

                EXAMPLE: minutebook log checkpoint -o 2019.checkpoint
                """)

        @OptionGroup var common: CommonOptions
        @Option(help: "只签到第几条 Sign the first so many entries; by default all.") var at: Int64?
        @Flag(help: "列出签过的 List those that were taken.") var list = false
        @Option(help: "加入见证方的签名 Add the cosignature in a file, as a witness returned it.") var add: String?
        @Flag(help: "在终端显示二维码 Show a QR code in the terminal.") var qr = false
        @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

        mutating func validate() throws { try Positions.check("--at", at, from: 0) }

        func run() throws {
            let book = try common.openBook()
            book.completeErasuresIfReadable(progress: .onTerminal)
            if list { return try show(book.checkpoints(), of: book) }
            let checkpoint = try add.map { try cosigned($0, book) } ?? signed(book)
            let signers = try book.trustedKeys().verified(checkpoint)
            if common.json {
                return Output.json([
                    "note": .string(checkpoint.description), "root": .string(checkpoint.checkpoint.root.base64),
                    "signers": .signers(signers), "size": .integer(checkpoint.checkpoint.size),
                ])
            }
            let sink = try common.sink(output)
            try sink.write(checkpoint.description.utf8)
            try sink.close()
            // A code on the screen is read by machines.
            if output != nil, !qr { Output.line(.checkpointSigned(size: checkpoint.checkpoint.size, signers)) }
            if qr, let code = QRCode(checkpoint.bare.description) { Output.write(TerminalQRCode.text(code)) }
        }

        private func signed(_ book: Book) throws -> SignedCheckpoint {
            let checkpoint = try book.takeCheckpoint(at: at.map { Position($0) })
            try ReadingsNote.sign(book)
            return checkpoint
        }

        private func cosigned(_ file: String, _ book: Book) throws -> SignedCheckpoint {
            let (checkpoint, witnesses) = try book.addCosignatures(InputFile.text(file), size: at)
            guard !witnesses.isEmpty else {
                throw Problem(.badData, code: "witness-unknown", .witnessUnknown)
            }
            return checkpoint
        }

        private func show(_ checkpoints: [SignedCheckpoint], of book: Book) throws {
            let keys = try book.trustedKeysAtHand()
            var list = Listing(columns: [
                .init("size", "条数", "entries", .right), .init("root", "根哈希", "root"), .init("signed", "签名", "signed by"),
            ])
            for checkpoint in checkpoints {
                list.rows.append([
                    String(checkpoint.checkpoint.size), checkpoint.checkpoint.root.base64, try signers(of: checkpoint, keys),
                ])
            }
            list.show(json: common.json)
        }

        /// Those that were checked; of a checkpoint that none of them signed, nobody.
        private func signers(of checkpoint: SignedCheckpoint, _ keys: TrustedKeys) throws -> String {
            let signatures: [VerifiedSignature]
            do throws(NoteError) {
                signatures = try keys.verified(checkpoint)
            } catch {
                guard error == .notSigned else { throw error }
                return ""
            }
            return signatures.map(\.key.label).joined(separator: " ")
        }
    }

    struct Key: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "本簿的公钥，核验的人要有它 The public key, which whoever checks has to have",
            discussion: """
                一行一把：现用的在前，换下的在后，写作“名称+编号+公钥”；编号即校验点、报告和核验结果里所示。见证方的公钥请向见证方索取。
                One a line, as name+key id+key: the one that signs first, then those it replaced. Checkpoints, reports and \
                checks show the same key id. A witness's public key is got from the witness.

                EXAMPLE: minutebook log key > office.key
                """)

        @OptionGroup var common: CommonOptions

        func run() throws {
            let trusted = try common.openBook().trustedKeys()
            common.say(
                .plain(trusted.log.map(\.key.description).joined(separator: "\n")),
                json: [
                    "keys": .array(trusted.log.map { .string($0.key.description) }),
                    "retired": .array(
                        trusted.log.dropFirst().map { retired in
                            ["key": .string(retired.key.label), "upTo": retired.upTo.map { .integer($0) } ?? .null]
                        }),
                    "signer": trusted.log.first.map { .string($0.key.label) } ?? .null,
                    "witnesses": .array(trusted.witnesses.map { .string($0.label) }),
                ])
        }
    }

    struct RotateKey: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate-key", abstract: "换一把签名钥匙 Sign with a new key from now on",
            discussion: """
                旧钥匙的公钥留作核验，只对换下之前的记录作数；遗失的钥匙签过的，用当时公布的公钥核验。
                The old public key is kept to check by, and counts for the entries there are now. What a lost key signed is \
                checked with its public key as it was published.

                EXAMPLE: minutebook log rotate-key
                """)

        @OptionGroup var common: CommonOptions
        @Flag(help: "签过的记录（或查阅记录）已确定遗失 Entries or readings that were signed are lost for good; go on from what there is.") var afterLoss = false

        func run() throws {
            let key = try common.openBook().rotateSigningKey(afterLoss: afterLoss).description
            common.say(.plain(key), json: ["key": .string(key)])
        }
    }

    struct TrustWitness: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "trust-witness", abstract: "登记见证方的公钥 Believe a witness's cosignatures from now on",
            discussion: "EXAMPLE: minutebook log trust-witness witness.example/w1+8d66cf3f+BFk2…")

        @OptionGroup var common: CommonOptions
        @Argument(help: "见证方的公钥 Its public key.") var key: String

        func run() throws {
            guard let key = VerifierKey(key), key.algorithm == .cosignature else {
                throw Problem(.badData, code: "not-a-witness-key", .notAWitnessKey)
            }
            try common.openBook().trust(witness: key)
            common.say(.witnessTrusted(key.name), json: ["witness": .string(key.name)])
        }
    }
}

/// A QR code drawn with half blocks, dark on light whatever the terminal's colours.
enum TerminalQRCode {
    static func text(_ code: QRCode) -> String {
        let margin = 2
        func isDark(_ row: Int, _ column: Int) -> Bool {
            (0..<code.size).contains(row) && (0..<code.size).contains(column) && code.isDark(row: row, column: column)
        }
        var text = ""
        for row in stride(from: -margin, to: code.size + margin, by: 2) {
            text += "\u{1B}[30;107m"
            for column in -margin..<(code.size + margin) {
                switch (isDark(row, column), isDark(row + 1, column)) {
                case (true, true): text += "█"
                case (true, false): text += "▀"
                case (false, true): text += "▄"
                case (false, false): text += " "
                }
            }
            text += "\u{1B}[0m\n"
        }
        return text
    }
}
