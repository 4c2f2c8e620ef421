package dev.binnacle.portal.delivery.plan;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the signals that stop this process back to it. Helm's library brings a Go runtime along which takes them for
 * itself and lets them go unheard, so that neither Ctrl-C nor a stop by the cluster would end the process any more.
 * The JDK's {@code sun.misc.Signal} is reached by its name, since the compiler warns of it otherwise.
 */
final class StopSignals {

    private static final Logger log = LoggerFactory.getLogger(StopSignals.class);

    private StopSignals() {}

    /** To be called after each use of the library. */
    static void takeBack() {
        try {
            takeBack("TERM", 143);
            takeBack("INT", 130);
        } catch (ReflectiveOperationException missing) {
            log.warn("The portal may not stop on SIGTERM any more, after Helm's library was used", missing);
        }
    }

    private static void takeBack(String name, int exitCode) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object exit = Proxy.newProxyInstance(
                StopSignals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    System.exit(exitCode);
                    return null;
                });
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), exit);
    }
}
