package dev.binnacle.portal.metric;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.ClientTls;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.springframework.stereotype.Component;

/** Makes endpoints that share one pool of connections. */
@Component
public class Endpoints {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(5);

    private final AddressRules rules;
    private final OkHttpClient client;

    Endpoints(AddressRules rules) {
        this.rules = rules;
        this.client = new OkHttpClient.Builder()
                .dns(rules::resolve)
                .connectTimeout(CONNECT)
                .readTimeout(CALL)
                .writeTimeout(CALL)
                .callTimeout(CALL)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
    }

    /**
     * @param system as a reader knows it: "Prometheus of europe"
     * @throws Unavailable where the address is not one of http or https, or not allowed
     */
    public Endpoint of(Connection connection, String system) {
        return of(connection, system, Endpoint.MAX_ANSWER_BYTES);
    }

    Endpoint of(Connection connection, String system, long maxBytes) {
        HttpUrl base = HttpUrl.get(connection.url());
        if (base == null) {
            throw new Unavailable(system, system + " has an address that is not of http or https.", null);
        }
        // Numeric hosts are connected to without a look-up, so they are checked here.
        rules.refusal(connection.url()).ifPresent(reason -> {
            throw new Unavailable(system, system + " is not called: " + reason + ".", null);
        });
        return new Endpoint(client(connection.credential()), base, system, maxBytes);
    }

    private OkHttpClient client(Credential credential) {
        if (credential instanceof Credential.ClientCertificate certificate) {
            ClientTls tls = ClientTls.of(certificate);
            return client.newBuilder()
                    .sslSocketFactory(tls.context().getSocketFactory(), tls.trusted())
                    .build();
        }
        return credential
                .authorization()
                .map(value -> client.newBuilder().addInterceptor(adding(value)).build())
                .orElse(client);
    }

    private static Interceptor adding(String authorization) {
        return chain -> chain.proceed(chain.request()
                .newBuilder()
                .header("Authorization", authorization)
                .build());
    }
}
