/// Hands pieces from one task to another: who gives one waits while the one before it has not been taken.
actor Handoff<Piece: Sendable> {
    private var held: Piece?
    private var isOver = false
    private var giver: CheckedContinuation<Void, Never>?
    private var taker: CheckedContinuation<Piece?, Never>?

    /// Gives the next piece.
    ///
    /// - Throws: `CancellationError` when no more pieces are taken.
    func give(_ piece: Piece) async throws {
        if !isOver, let taker {
            self.taker = nil
            taker.resume(returning: piece)
            return
        }
        if !isOver {
            held = piece
            await withCheckedContinuation { giver = $0 }
        }
        if isOver { throw CancellationError() }
    }

    /// The next piece; nil when there will be none.
    func take() async -> Piece? {
        if let piece = held {
            held = nil
            giver?.resume()
            giver = nil
            return piece
        }
        return isOver ? nil : await withCheckedContinuation { taker = $0 }
    }

    /// From now on nothing is given or taken.
    func end() {
        isOver = true
        held = nil
        taker?.resume(returning: nil)
        taker = nil
        giver?.resume()
        giver = nil
    }
}
