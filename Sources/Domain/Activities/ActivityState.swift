/// How far an activity has come.
public enum ActivityState: String, CaseIterable, Sendable {
    case planned, held, closed, cancelled

    public init(_ activity: Activity) {
        if activity.isCancelled { self = .cancelled } else if activity.closing != nil { self = .closed } else {
            self = activity.isHeld ? .held : .planned
        }
    }
}
