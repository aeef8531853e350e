import DomainTestSupport
import EventLog
import Testing

@testable import Domain

/// All that stands in the way is said at once: of one kind in one, of several kinds in a list, in the order found.
@Suite("Obstacles")
struct ObstacleTests {
    private func thrown(_ found: [Rejection]) -> Rejection? {
        var obstacles = Obstacles()
        for rejection in found { obstacles.add(rejection) }
        do throws(Rejection) {
            try obstacles.end()
            return nil
        } catch {
            return error
        }
    }

    private static let (m1, m2): (MemberID, MemberID) = (id("M1"), id("M2"))
    private static let (a1, a2): (ActivityID, ActivityID) = (id("A1"), id("A2"))

    @Test func nothingStandsInTheWay() { #expect(thrown([]) == nil) }

    @Test func oneIsSaidAsItIs() {
        #expect(thrown([.reasonMissing]) == .reasonMissing)
        #expect(thrown([.reasonMissing, .reasonMissing]) == .reasonMissing)
    }

    @Test(
        arguments: [
            (.unknown(m1.subject), .unknown([m2.subject, m1.subject]), .unknown([m1.subject, m2.subject])),
            (
                .member(.notInOffice([m1], on: day("2019-03-12"))), .member(.notInOffice([m2], on: day("2019-03-12"))),
                .member(.notInOffice([m1, m2], on: day("2019-03-12")))
            ),
            (
                .attendance(.notInvited([m2], a1)), .attendance(.notInvited([m1], a1)), .attendance(.notInvited([m2, m1], a1))
            ),
            (
                .correction(.wouldBreak([.entry(7, .reasonMissing)])),
                .correction(.wouldBreak([.entry(5, .bookNotOpened), .entry(7, .reasonMissing)])),
                .correction(.wouldBreak([.entry(7, .reasonMissing), .entry(5, .bookNotOpened)]))
            ),
        ] as [(Rejection, Rejection, Rejection)])
    func ofOneKindTheyAreOne(first: Rejection, second: Rejection, both: Rejection) {
        #expect(thrown([first, second]) == both)
        // What lies between does not part them.
        #expect(thrown([first, .activity(.cancelled(Self.a1)), second]) == .several([both, .activity(.cancelled(Self.a1))]))
    }

    @Test(
        arguments: [
            (.member(.notInOffice([m1], on: day("2019-03-12"))), .member(.notInOffice([m2], on: day("2019-03-13")))),
            (.attendance(.notInvited([m1], a1)), .attendance(.notInvited([m2], a2))),
            (.activity(.cancelled(a1)), .activity(.cancelled(a2))),
            (.unknown(m1.subject), .idTaken(m2.subject)),
        ] as [(Rejection, Rejection)])
    func ofOthersEachIsSaid(first: Rejection, second: Rejection) {
        #expect(thrown([first, second]) == .several([first, second]))
        #expect(thrown([second, first]) == .several([second, first]))
    }

    @Test func whatThrowsNothingAddsNothing() throws {
        var obstacles = Obstacles()
        obstacles.attempt {}
        try obstacles.end()
        obstacles.attempt { () throws(Rejection) in throw .bookNotOpened }
        #expect(throws: Rejection.bookNotOpened) { try obstacles.end() }
    }

    /// The code of several is that of each, where they have one.
    @Test func codes() {
        #expect(thrown([.activity(.cancelled(Self.a1)), .activity(.cancelled(Self.a2))])?.code == "activity-cancelled")
        #expect(thrown([.activity(.cancelled(Self.a1)), .reasonMissing])?.code == "several-obstacles")
    }

    @Test(arguments: [([], []), ([1, 2], []), ([1, 2, 1], [1]), ([3, 3, 3, 1, 2, 1], [3, 1])] as [([Int], [Int])])
    func repeatedElements(of list: [Int], are repeated: [Int]) { #expect(list.repeated == repeated) }
}
