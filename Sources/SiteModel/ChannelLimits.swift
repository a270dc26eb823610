extension SiteSettings {
    /// How much the tools of town halls take of a text that is pasted into them. No maker's figures: each town hall has its
    /// own tools, and `policies` says what they take.
    public struct ChannelLimits: Sendable, Hashable {
        /// Signs of a message's title in a municipal application.
        public var appTitle = 100
        /// Signs of its text.
        public var appBody = 1000
        /// What a light panel shows at once.
        public var panelLines = 6
        public var panelColumns = 20
        /// Screens that follow one another: nobody waits for more.
        public var panelScreens = 3

        public init() {}
    }
}
