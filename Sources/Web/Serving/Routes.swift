#if Web
internal import HTTPTypes

/// Every address of a book's pages and of its API.
package enum Routes {
    package static let all: [Route] =
        EntranceRoutes.all + AdministrationRoutes.all + TodayRoutes.all + MeetingRoutes.all + LiveRoutes.all + CheckInRoutes.all
            + ViewRoutes.all + RecordRoutes.all + AttachmentRoutes.all + ReportRoutes.all + MemberRoutes.all + Handbook.routes + AssetRoutes.all + APIRoutes.all
}
#endif
