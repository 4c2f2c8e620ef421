package dev.binnacle.portal.web;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** Amounts of CPU and memory as pages write them. */
@Component("amounts")
public final class Amounts {

    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final long MIB = 1024 * 1024;

    /** Returns "0.35 CPU" for 350 thousandths of a CPU. */
    public static String cpu(long millis) {
        return cpuNumber(millis) + " CPU";
    }

    /** Returns "0.35", without the unit; the minus sign is a real one. */
    public static String cpuNumber(long millis) {
        String number = String.format(Locale.ROOT, "%.2f", Math.abs(millis) / 1000.0);
        return (millis < 0 ? "−" : "") + number.replaceFirst("(\\.\\d)0$", "$1").replaceFirst("\\.0$", "");
    }

    /** Returns "20.1 GiB", or "512 MiB" below one GiB. */
    public static String memory(long bytes) {
        return bytes != 0 && bytes < MIB * 1024
                ? Math.round(bytes / (double) MIB) + " MiB"
                : String.format(Locale.ROOT, "%.1f GiB", bytes / GIB).replace(".0 ", " ");
    }

    /** Returns "812 bytes", "12.3 KiB", "4.0 MiB" or "1,024.0 GiB". */
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return count(bytes, "byte");
        }
        double kibibytes = bytes / 1024.0;
        return kibibytes < 1024
                ? String.format(Locale.ROOT, "%.1f KiB", kibibytes)
                : bytes < MIB * 1024
                        ? String.format(Locale.ROOT, "%.1f MiB", kibibytes / 1024)
                        : String.format(Locale.ROOT, "%,.1f GiB", bytes / GIB);
    }

    /** Returns "3 pods", or "1 pod". */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, noun) + (number == 1 ? "" : "s");
    }
}
