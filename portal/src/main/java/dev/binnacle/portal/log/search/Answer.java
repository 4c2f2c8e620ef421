package dev.binnacle.portal.log.search;

import co.elastic.clients.transport.http.TransportHttpClient;
import co.elastic.clients.util.BinaryData;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer, held in memory.
 *
 * @param share what it takes of the memory of all answers until it is closed
 */
record Answer(TransportHttpClient.Node node, HttpResponse<byte[]> response, AnswerMemory.Share share)
        implements TransportHttpClient.Response {

    @Override
    public int statusCode() {
        return response.statusCode();
    }

    @Override
    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    @Override
    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    @Override
    public @Nullable BinaryData body() {
        byte[] body = response.body();
        return body.length == 0
                ? null
                : BinaryData.of(
                        body, response.headers().firstValue("content-type").orElse("application/json"));
    }

    @Override
    public Object originalResponse() {
        return response;
    }

    @Override
    public void close() {
        share.close();
    }
}
