internal import CanonicalJSON
internal import Domain

extension JSONValue {
    /// The times that a matter was given to a unit.
    ///
    /// - Parameter add: adds what the rounds of this sort of matter have besides.
    static func rounds<HandedOver: Handover, Answered>(
        _ rounds: [HandedRound<HandedOver, Answered>], _ add: (HandedRound<HandedOver, Answered>, inout JSONObject) -> Void
    ) -> JSONValue {
        .array(
            rounds.map { round in
                var object = JSONObject([
                    "to": .string(round.handedOver.fact.to), "handedOver": .when(round.handedOver.occurred),
                    "due": .text(round.handedOver.fact.due), "answered": .when(round.answered?.occurred),
                ])
                add(round, &object)
                return .object(object)
            })
    }
}
