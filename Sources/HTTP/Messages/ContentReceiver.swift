/// Takes a request's content while it comes in, where it should not lie in memory as a whole.
///
/// It is called on the loop's thread and must not block. Limits on length and rate hold as for other content.
package protocol ContentReceiver: AnyObject, Sendable {
    /// The next bytes.
    func take(_ bytes: [UInt8])
}
