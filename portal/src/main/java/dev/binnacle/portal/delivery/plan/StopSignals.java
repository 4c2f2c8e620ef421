package dev.binnacle.portal.delivery.plan;

import sun.misc.Signal;

/**
 * Gives the signals that stop this process back to it. Helm's library brings a Go runtime along which takes them for
 * itself and lets them go unheard, so that neither Ctrl-C nor a stop by the cluster would end the process any more.
 */
@SuppressWarnings("sunapi")
final class StopSignals {

    private static final String[] NAMES = {"TERM", "INT", "HUP"};

    private StopSignals() {}

    /** To be called after each use of the library. */
    static void takeBack() {
        for (String name : NAMES) {
            Signal.handle(new Signal(name), signal -> System.exit(128 + signal.getNumber()));
        }
    }
}
