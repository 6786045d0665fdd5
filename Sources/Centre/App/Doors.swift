internal import HTTP

/// The route table: every door of the house, and who may pass.
enum Doors {
    static let all: [CentreRoute] =
        SiteRoutes.all + HealthRoutes.all + EnquiryRoutes.all + AppointmentRoutes.all
        + LoginRoutes.all
        + OverviewRoutes.all + SearchRoutes.all + QueueRoutes.all + DeskRoutes.all
        + EnquiryActRoutes.all + CaseRoutes.all + ReportRoutes.all
        + LogReviewRoutes.all + RetentionRoutes.all + OperationsRoutes.all + StaffDeskRoutes.all
}

extension Centre {
    /// The doors, hung.
    func router() -> Router<Loop> {
        Router(routes: Doors.all.map { $0.hung(in: self) }, files: files) { status, request in
            let visit = self.visit(request, PathParameters())
            return switch status {
            case .notFound: visit.notFound()
            case .methodNotAllowed: visit.page(visit.frame.sendOnlyPage(), status: status)
            default: .text(status.codeAndReason, status: status)
            }
        }
    }
}
