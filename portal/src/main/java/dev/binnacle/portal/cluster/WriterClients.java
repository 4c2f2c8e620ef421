package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;

/** Makes the clients of those who change something. */
final class WriterClients {

    private WriterClients() {}

    static KubernetesClient to(Connection connection, AddressRules addresses) {
        return new KubernetesClientBuilder()
                .withConfig(ClientSettings.of(connection))
                .withHttpClientFactory(new Factory())
                .withHttpClientBuilderConsumer(
                        builder -> builder.addOrReplaceInterceptor("addresses", new Checked(addresses)))
                .build();
    }

    /** Follows no redirect: it could lead where the address rules do not. */
    private static final class Factory extends JdkHttpClientFactory {
        @Override
        protected void additionalConfig(HttpClient.Builder builder) {
            builder.followRedirects(HttpClient.Redirect.NEVER);
        }
    }

    /** Looks the address up again before each call. */
    private record Checked(AddressRules addresses) implements Interceptor {
        @Override
        public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
            try {
                addresses.resolve(request.uri().getHost());
            } catch (UnknownHostException refused) {
                throw new UncheckedIOException(refused);
            }
        }
    }
}
