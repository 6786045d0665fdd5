/// Which program this is.
package enum Release {
    /// Raised with each release: the first number when a centre must do something by hand, the second when it can do more.
    package static let version = "1.0.0"
}
