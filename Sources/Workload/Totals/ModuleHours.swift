/// All hours of a part of the record system, over its incidents.
public struct ModuleHours: Sendable, Hashable {
    /// The figure, or why there is none.
    public let figure: HoursReport.Figure
    /// Sites at which they were recorded; nil where no figure is shown.
    public let sitesRecorded: Int?

    /// - Parameters:
    ///   - figure: the figure, or why there is none.
    ///   - sitesRecorded: sites at which they were recorded, left out where no figure is shown.
    public init(_ figure: HoursReport.Figure, sitesRecorded: Int = 0) {
        self.figure = figure
        if case .shown = figure { self.sitesRecorded = sitesRecorded } else { self.sitesRecorded = nil }
    }
}
