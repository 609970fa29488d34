import WorkUnits

/// How far a version is on its way into the evidence log.
enum Seal: Sendable, Hashable {
    /// In the log, and signed.
    case sealed
    /// Received less than a minute ago.
    case waiting
    /// Not sealed, though it was to be by then.
    case expected(by: LocalTime)
}

/// What somebody can take away of one version of an entry, in plain values.
struct VersionFiles: Sendable {
    let seal: Seal
    /// Whether the server signs receipts.
    let hasReceipt: Bool
}

/// The same as links, with words where one of them is still to come.
struct VersionLinks: Sendable {
    let receipt: FileLink?
    let proof: FileLink?
    let note: String?

    /// Nil where there is nothing to take away and nothing to say.
    ///
    /// - Parameters:
    ///   - what: what it is about, for people who listen: "version 2"
    ///   - saysWaiting: not where the state stands beside it
    init?(
        _ files: VersionFiles?, id: String, version: Int, of what: String, saysWaiting: Bool = true,
        _ context: PageContext
    ) {
        guard let files, files.hasReceipt || files.seal == .sealed else { return nil }
        let words = context.texts.receipts
        receipt =
            files.hasReceipt
            ? FileLink(link: Links.receipt(id, version: version), label: words.receipt, of: what) : nil
        proof =
            files.seal == .sealed
            ? FileLink(link: Links.proof(id, version: version), label: words.proof, of: what) : nil
        switch files.seal {
        case .sealed: note = nil
        case .waiting: note = saysWaiting ? words.willBeSealed : nil
        case .expected(let moment): note = words.notSealed(context.format.moment(moment))
        }
    }
}

/// A file to download.
struct FileLink: Sendable {
    let link: String
    let label: String
    /// What it is about, read out behind the label: " version 2".
    let of: String

    init(link: String, label: String, of what: String) {
        self.link = link
        self.label = label
        of = " \(what)"
    }
}

extension StateWord {
    /// How far a version is on its way into the log, in one word.
    init(_ seal: Seal, words: ReceiptTexts) {
        switch seal {
        case .sealed: self.init(.saved, words.sealed)
        case .waiting: self.init(.waiting, words.waiting)
        case .expected: self.init(.check, words.waitsLong)
        }
    }
}
