package dev.binnacle.sandbox.pod.probe;

import java.time.Duration;

/** Asks a container once. */
public sealed interface ProbeCheck permits HttpCheck, TcpCheck {

    /** Returns within the timeout, whatever the container does. */
    ProbeAnswer ask(Duration timeout);
}
