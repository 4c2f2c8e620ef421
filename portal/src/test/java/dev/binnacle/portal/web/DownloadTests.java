package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class DownloadTests {

    @Test
    void whatIsWrittenIsInUtf8() throws IOException {
        var response = new MockHttpServletResponse();
        Writer writer = Download.writer(response);

        writer.write("größer");
        writer.flush();

        assertThat(response.getContentAsByteArray()).hasSize(8);
    }

    @Test
    void aReaderWhoLeftEndsTheWriting() throws IOException {
        Writer writer = Download.writer(new Left());

        assertThatThrownBy(() -> {
                    writer.write("a line");
                    writer.flush();
                })
                .isInstanceOf(IOException.class);
    }

    /** A response whose connection is broken. */
    private static final class Left extends MockHttpServletResponse {

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void write(int part) throws IOException {
                    throw new IOException("Broken pipe");
                }
            };
        }
    }
}
