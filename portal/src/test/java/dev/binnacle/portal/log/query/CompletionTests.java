package dev.binnacle.portal.log.query;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''                        | Name[from=0, begun=]",
                "lev                       | Name[from=0, begun=lev]",
                "'level '                  | Comparison[from=6, begun=, field=level]",
                "level:                    | Value[from=6, begun=, field=level]",
                "'level: '                 | Value[from=7, begun=, field=level]",
                "level: er                 | Value[from=7, begun=er, field=level]",
                "level: \"er               | Value[from=7, begun=er, field=level]",
                "'level: error '           | Connective[from=13, begun=]",
                "'level: \"error\" '       | Connective[from=15, begun=]",
                "level: error an           | Connective[from=13, begun=an]",
                "'level: error and '       | Name[from=17, begun=]",
                "level: error and kub      | Name[from=17, begun=kub]",
                "level: error and not kub  | Name[from=21, begun=kub]",
                "level: (error or wa       | Value[from=17, begun=wa, field=level]",
                "'level: (error '          | Connective[from=14, begun=]",
                "'level: (error) '         | Connective[from=15, begun=]",
                "status >= 5               | Value[from=10, begun=5, field=status]",
                "(a or lev                 | Name[from=6, begun=lev]",
                "items: { na               | Name[from=9, begun=na]",
            })
    void knowsWhatIsAboutToBeWritten(String text, String completion) {
        assertThat(Completion.of(text)).hasToString(completion);
    }

    @Property
    void anyTextIsCompletedWithinItself(@ForAll String text) {
        assertThat(Completion.of(text).from()).isBetween(0, text.length());
    }
}
