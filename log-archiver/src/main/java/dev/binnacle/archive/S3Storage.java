package dev.binnacle.archive;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of S3-compatible storage that knows conditional writes and SHA-256 checksums. */
final class S3Storage implements Storage, AutoCloseable {
    /** What a single PUT takes. */
    private static final long MAX_LENGTH = 5_000_000_000L;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int PRECONDITION_FAILED = 412;
    private final S3Client client;
    private final String bucket;
    private final Origin origin;

    S3Storage(Settings settings) {
        Duration timeout = settings.timeout();
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.endpoint().isPresent())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .overrideConfiguration(call ->
                        call.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(timeout))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(timeout));
        settings.endpoint().ifPresent(builder::endpointOverride);
        client = builder.build();
        bucket = settings.bucket();
        origin = settings.origin();
    }

    @Override
    public void keep(ObjectKey key, Packed packed) throws StorageFailure {
        if (packed.length() > MAX_LENGTH) {
            throw new StorageFailure(key.text() + " has more than 5 GB; rotate at a smaller size");
        }
        try {
            put(key, packed);
            verify(key, packed);
        } catch (SdkException e) {
            throw new StorageFailure("The storage did not take " + key.text() + ": " + e.getMessage(), e);
        }
    }

    private void put(ObjectKey key, Packed packed) {
        try {
            client.putObject(
                    put -> put.bucket(bucket)
                            .key(key.text())
                            .ifNoneMatch("*")
                            .contentType("application/gzip")
                            .checksumSHA256(packed.checksum())
                            .metadata(Map.of("namespace", origin.namespace(), "host", origin.host())),
                    RequestBody.fromFile(packed.path()));
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            // It is there already, from a process that ended before it removed the file.
        }
    }

    private void verify(ObjectKey key, Packed packed) throws StorageFailure {
        HeadObjectResponse head =
                client.headObject(ask -> ask.bucket(bucket).key(key.text()).checksumMode(ChecksumMode.ENABLED));
        if (!Objects.equals(head.contentLength(), packed.length())
                || !packed.checksum().equals(head.checksumSHA256())) {
            throw new StorageFailure("%s has %d bytes and the checksum %s in the storage, not %d and %s"
                    .formatted(
                            key.text(),
                            head.contentLength(),
                            head.checksumSHA256(),
                            packed.length(),
                            packed.checksum()));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
