package dev.binnacle.portal.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTests {

    private final AddressRules rules = new AddressRules(Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254",
                "http://169.254.169.254:80/latest/meta-data",
                "http://2852039166",
                "http://[fe80::1]",
                "http://[::ffff:169.254.169.254]",
                "http://[::169.254.169.254]",
                "http://[64:ff9b::a9fe:a9fe]",
                "http://[2002:a9fe:a9fe::1]",
                "http://[fd00:ec2::254]",
                "http://100.100.100.200",
                "http://192.0.0.192",
                "http://0.0.0.0",
                "http://[::]",
                "http://224.0.0.1"
            })
    void refusesAddressesWhereMachinesHandOutCredentials(String url) {
        assertThat(rules.refusal(URI.create(url)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("nothing was sent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "gopher://localhost", "ftp://localhost", "localhost:9090", "/path"})
    void refusesEverySchemeButHttp(String url) {
        assertThat(rules.refusal(URI.create(url))).contains("it must begin with http:// or https://");
    }

    @Test
    void refusesNamesAndPasswordsInTheAddress() {
        assertThat(rules.refusal(URI.create("http://user:secret@localhost:9090")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost?x=1", "http://localhost#x", "http://"})
    void refusesWhatIsMoreOrLessThanHostPortAndPath(String url) {
        assertThat(rules.refusal(URI.create(url.equals("http://") ? "http:///" : url)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:9090", "https://127.0.0.1:6443", "http://10.1.2.3/prefix", "http://[::1]:9200"
            })
    void acceptsLoopbackAndPrivateAddresses(String url) {
        assertThat(rules.refusal(URI.create(url))).isEmpty();
    }

    @Test
    void anAdministratorMayAllowOneAddress() throws Exception {
        var allowing = new AddressRules(Set.of("169.254.10.20"));
        assertThat(allowing.resolve("169.254.10.20")).hasSize(1);
        assertThatThrownBy(() -> allowing.resolve("169.254.169.254")).isInstanceOf(RefusedAddress.class);
    }
}
