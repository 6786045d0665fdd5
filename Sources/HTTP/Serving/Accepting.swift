internal import CLinux
internal import Glibc

/// How connections come in: as many as there is room for; the others are answered 503.
extension EventLoop {
    func watchListeners() {
        for (number, listener) in listeners.enumerated() {
            let events = EPOLLIN.rawValue | (listener.isShared ? EPOLLEXCLUSIVE.rawValue : 0)
            watch(
                listener.descriptor, events, Self.listenerKeyFirst + UInt64(number), EPOLL_CTL_ADD)
        }
    }

    func ignoreListeners() {
        for listener in listeners { watch(listener.descriptor, 0, 0, EPOLL_CTL_DEL) }
    }

    /// - Parameter countMax: The others of a crowd wait until those who were let in before have had a turn.
    func accept(_ listener: Listener, countMax: Int = 64) {
        guard acceptsAgainAt == nil, stopsAt == nil else { return }
        for _ in 0..<countMax {
            var bytes = [UInt8](repeating: 0, count: 128)
            var length = socklen_t(bytes.count)
            let descriptor = unsafe bytes.withUnsafeMutableBytes { raw in
                unsafe accept4(
                    listener.descriptor, raw.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                    &length, Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
            }
            if descriptor >= 0 {
                open(descriptor, SocketAddress.client(bytes))
                continue
            }
            switch errno {
            case EINTR, ECONNABORTED, EPROTO, EPERM: continue
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: pauseAccepting(listener)
            default: break
            }
            return
        }
    }

    /// Out of descriptors or memory: tells everybody in line, then leaves who comes to the kernel's queue a while.
    func pauseAccepting(_ listener: Listener) {
        spare.refuseOverloaded(listener, countMax: Int(Listener.backlog), page(for: .unavailable))
        acceptsAgainAt = now + 200
        ignoreListeners()
    }

    func page(for refusal: RequestRefusal) -> [UInt8] {
        var output = OutputBuffer()
        environment.writer.write(
            environment.refusalPage(refusal), .init(keepsAlive: false), to: &output)
        return output.tail
    }

    func open(_ descriptor: Int32, _ peer: ClientAddress) {
        let isAdmitted = limiter.enter(peer.networkPrefix)
        guard isAdmitted || refusedCount < Self.refusedMax else {
            OverloadReply.answer(descriptor, page(for: .unavailable))
            return
        }
        SendBuffer.limit(descriptor, isLocalSocket: peer.isLocalSocket)
        generation = generation &+ 1
        if generation == UInt32.max { generation = 1 }
        let slot = freeSlots.popLast() ?? connections.count
        if slot == connections.count { connections.append(nil) }
        let connection = Connection(
            descriptor: descriptor, slot: slot, generation: generation, peer: peer, now: now)
        connections[slot] = connection
        openCount += 1
        connection.events = EPOLLIN.rawValue
        watch(descriptor, connection.events, connection.key, EPOLL_CTL_ADD)
        if !isAdmitted { refuseOverloaded(connection) }
    }

    /// Says 503 and waits until it is read: closing at once would let a reset overtake the answer.
    func refuseOverloaded(_ connection: Connection) {
        refusedCount += 1
        connection.isAdmitted = false
        write(connection) { session, output in
            session.refuseOverloaded(now: now, environment, to: &output)
        }
    }
}
