package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SearchQueueTests {

    private String account = "alice";
    private final SearchQueue queue = new SearchQueue(
            new Permissions() {
                @Override
                public String account() {
                    return account;
                }

                @Override
                public boolean holds(Role role, String environment) {
                    return true;
                }

                @Override
                public boolean administers() {
                    return false;
                }
            },
            Duration.ofMillis(20));

    @Test
    void oneWhoSearchesTooOftenAtOnceWaitsAndOthersDoNot() throws InterruptedException {
        List<MockHttpServletRequest> running = new ArrayList<>();
        for (int i = 0; i < SearchQueue.AT_ONCE; i++) {
            running.add(begin());
        }
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(this::begin)
                .withMessageContaining("You already run 6 log searches");

        account = "bob";
        end(begin());

        account = "alice";
        end(running.removeFirst());
        running.add(begin());
        running.forEach(this::end);
        assertThat(queue.accounts()).as("kept for nobody").isZero();
    }

    private MockHttpServletRequest begin() throws InterruptedException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        queue.preHandle(request, new MockHttpServletResponse(), this);
        return request;
    }

    private void end(MockHttpServletRequest request) {
        queue.afterCompletion(request, new MockHttpServletResponse(), this, null);
    }
}
