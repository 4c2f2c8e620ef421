import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads the reports of a test run and prints what failed, what could not run and why, and how many tests there were. */
class TestSummary {
    private static final int REASONS = 5;
    private static final int REASON_LENGTH = 300;

    private final List<String> failed = new ArrayList<>();
    private final Set<String> reasons = new LinkedHashSet<>();
    private final List<String> skipped = new ArrayList<>();
    private int passed;

    public static void main(String[] arguments) throws Exception {
        var summary = new TestSummary();
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            List<Path> reports = files.filter(file -> file.toString()
                            .matches("(.*/)?target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml"))
                    .sorted()
                    .toList();
            for (Path report : reports) {
                summary.read(report);
            }
        }
        System.exit(summary.print());
    }

    private void read(Path report) throws IOException, ParserConfigurationException, SAXException {
        var cases = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        for (int index = 0; index < cases.getLength(); index++) {
            var test = (Element) cases.item(index);
            String name = test.getAttribute("classname") + "." + test.getAttribute("name");
            var skip = test.getElementsByTagName("skipped");
            if (skip.getLength() > 0) {
                skipped.add(name + ": " + reason((Element) skip.item(0)));
            } else if (failure(test) instanceof Element failure) {
                failed.add(name);
                reasons.add(root(failure.getTextContent().strip()));
            } else {
                passed++;
            }
        }
    }

    /** What it failed by; null where it passed. */
    private static Element failure(Element test) {
        return Stream.of("failure", "error")
                .map(test::getElementsByTagName)
                .filter(found -> found.getLength() > 0)
                .map(found -> (Element) found.item(0))
                .findFirst()
                .orElse(null);
    }

    /** What lies at the bottom of a stack, which says more than that a class could not be initialised. */
    private static String root(String stack) {
        int cause = stack.lastIndexOf("\nCaused by: ");
        String line = stack.substring(cause + 1)
                .lines()
                .takeWhile(candidate -> !candidate.startsWith("\tat "))
                .map(String::strip)
                .filter(candidate -> !candidate.isEmpty())
                .collect(Collectors.joining(" "));
        return line.length() > REASON_LENGTH ? line.substring(0, REASON_LENGTH) + " …" : line;
    }

    /** A disabled test's reason is an attribute, that of an assumption the first line of its stack. */
    private static String reason(Element skip) {
        String message = skip.getAttribute("message");
        String text = message.isBlank() ? skip.getTextContent().strip() : message;
        String line = text.lines().findFirst().orElse("no reason given");
        return line.replaceFirst("^[\\w.$]+: (Assumption failed: )?", "");
    }

    private int print() {
        list("Failed:", failed);
        list("The first reasons:", reasons.stream().limit(REASONS).toList());
        list("Could not run:", skipped);
        if (skipped.isEmpty()) {
            System.out.println("Every test could run.");
        }
        System.out.printf("%d passed, %d failed, %d skipped%n", passed, failed.size(), skipped.size());
        return failed.isEmpty() && passed > 0 ? 0 : 1;
    }

    private static void list(String title, List<String> names) {
        if (!names.isEmpty()) {
            System.out.println(title);
            names.forEach(name -> System.out.println("  " + name));
        }
    }
}
