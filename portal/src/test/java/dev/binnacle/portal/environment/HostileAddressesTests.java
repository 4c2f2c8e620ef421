package dev.binnacle.portal.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.metric.FaultServer;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/** What is typed into an environment's form to make the portal call where it must not. */
@PageTest
class HostileAddressesTests {

    private final Visitors visitors;
    private final Environments environments;
    private final HttpCheck check;

    HostileAddressesTests(Visitors visitors, Environments environments, HttpCheck check) {
        this.visitors = visitors;
        this.environments = environments;
        this.check = check;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "HTTP://169.254.169.254",
                "http://169.254.169.254.",
                "http://169.254.170.2",
                "http://2852039166",
                "http://0xa9fea9fe",
                "http://0xA9.0xFE.0xA9.0xFE",
                "http://0251.0376.0251.0376",
                "http://0251.254.169.254",
                "http://169.254.43518",
                "http://169.16689662",
                "http://169.254.169.0xfe",
                "http://00000251.00000376.000251.000376",
                "http://127.1",
                "http://0177.0.0.1",
                "http://2130706433",
                "http://0",
                "http://0.0.0.0:9090",
                "http://100.100.100.200",
                "http://192.0.0.192",
                "http://168.63.129.16",
                "http://224.0.0.1",
                "http://[::]",
                "http://[fe80::1]",
                "http://[fe80::1%25lo]",
                "http://[febf::1]",
                "http://[::ffff:169.254.169.254]",
                "http://[::ffff:a9fe:a9fe]",
                "http://[0:0:0:0:0:ffff:a9fe:a9fe]",
                "http://[::169.254.169.254]",
                "http://[64:ff9b::169.254.169.254]",
                "http://[64:ff9b:1::a9fe:a9fe]",
                "http://[2002:a9fe:a9fe::]",
                "http://[2001:0:1:2:3:4:5601:5601]",
                "http://[2001:db8::5efe:a9fe:a9fe]",
                "http://[fd00:ec2::254]",
                "http://[FD00:0EC2:0:0:0:0:0:0254]",
                "http://[fd20:ce::254]",
                "http://[ff02::1]",
                "http://%31%36%39.254.169.254",
                "http://169%2e254%2e169%2e254",
                "http://１６９.254.169.254",
                "http://①⑥⑨.②⑤④.①⑥⑨.②⑤④",
                "http://169。254。169。254",
                "http://bücher.example",
                "http://localhost\u0000.example",
                "http://127.0.0.1@169.254.169.254",
                "http://169.254.169.254@127.0.0.1",
                "http://user:password@localhost",
                "http://@localhost",
                "http://127.0.0.1\\@169.254.169.254",
                "http://127.0.0.1 169.254.169.254",
                "http://127.0.0.1\t.example",
                "http://localhost?x=1",
                "http://localhost#169.254.169.254",
                "http://localhost:99999999999",
                "http://[::1",
                "http://",
                "http:///169.254.169.254",
                "http:169.254.169.254",
                "//169.254.169.254",
                "/latest",
                "localhost:9090",
                "file:///etc/passwd",
                "ftp://localhost",
                "gopher://localhost:70/1",
                "dict://localhost:11211",
                "ldap://localhost",
                "jar:http://localhost!/x",
                "netdoc:///etc/passwd",
                "unix:///run/docker.sock",
                "data:text/plain,x",
                "javascript:alert(1)",
                "ws://localhost",
                "view-source:http://localhost"
            })
    void aFormWithIsNotSaved(String address) {
        assertRefused("prometheus", address);
    }

    @ParameterizedTest
    @CsvSource({
        "prometheus, http://169.254.169.254",
        "alertmanagers, http://169.254.169.254",
        "elasticsearch, http://169.254.169.254",
        "clusterUrl, http://169.254.169.254"
    })
    void everyFieldIsChecked(String field, String address) {
        assertRefused(field, address);
    }

    @ParameterizedTest
    @MethodSource("dev.binnacle.portal.environment.HostileNames#hosts")
    void testingAConnectionSendsNothingThere(String host) {
        try (FaultServer server = new FaultServer()) {
            URI url = URI.create("http://" + host + ":" + server.url().getPort());
            TestedSystem tested =
                    check.check(ConnectedSystem.PROMETHEUS, new Connection(url, new Credential.None()), "fluent-bit");
            assertThat(tested.status()).isNotEqualTo(dev.binnacle.portal.web.Status.OK);
            assertThat(server.requests()).isEmpty();
        }
    }

    private void assertRefused(String field, String address) {
        String name = "hostile-" + UUID.randomUUID();
        var form = visitors.administrator()
                .post()
                .uri("/environments")
                .param("name", name)
                .param("clusterCredential", "token")
                .param("clusterToken", "of-nobody");
        if (!field.equals("clusterUrl")) {
            form = form.param("clusterUrl", "https://127.0.0.1:1");
        }
        assertThat(form.param(field, address).exchange())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("#" + field)
                .doesNotContain("Exception");
        assertThat(environments.all())
                .noneMatch(environment -> environment.name().equals(name));
    }
}
