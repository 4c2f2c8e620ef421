package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.environment.RefusedAddress;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A folder of a bucket of S3-compatible storage, read only, without a redirect followed. The region is that of Amazon's
 * address, and {@code us-east-1} for any other, as such storages have it. Every call throws {@link Forbidden} where the
 * key is refused, {@link NotFound} where the bucket is gone, and {@link Unavailable} where no answer begins within 10
 * seconds.
 */
final class Bucket implements AutoCloseable {

    /** The most files of a time that are looked at. */
    static final int MOST = 10_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern AMAZON = Pattern.compile("s3[.-]([a-z0-9-]+)\\.amazonaws\\.com.*");

    private final URI url;
    private final AddressRules addresses;
    private final S3Client client;
    private final String name;
    private final String folder;

    Bucket(Connection connection, AddressRules addresses) {
        this.url = connection.url();
        this.addresses = addresses;
        String[] path = url.getPath().substring(1).split("/", 2);
        name = path[0];
        folder = path.length == 1 || path[1].isEmpty() ? "" : path[1] + "/";
        client = S3Client.builder()
                .endpointOverride(URI.create(url.getScheme() + "://" + url.getAuthority()))
                .region(region(url.getHost()))
                .forcePathStyle(true)
                .credentialsProvider(credentials(connection.credential()))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(call ->
                        call.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(TIMEOUT))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(3))
                        .socketTimeout(TIMEOUT))
                .build();
    }

    /** @return the files that were rotated at that time or later, the oldest first, at most {@link #MOST} */
    List<ArchivedFile> since(Instant from) {
        List<ArchivedFile> files = new ArrayList<>();
        ListObjectsV2Request.Builder next = ListObjectsV2Request.builder()
                .bucket(name)
                .prefix(folder)
                .startAfter(folder + ArchivedFile.nameAt(from));
        while (true) {
            ListObjectsV2Response page = called(() -> client.listObjectsV2(next.build()));
            page.contents()
                    .forEach(object -> ArchivedFile.read(object.key(), folder, object.size())
                            .ifPresent(files::add));
            if (!Boolean.TRUE.equals(page.isTruncated()) || files.size() >= MOST) {
                return files.size() > MOST ? files.subList(0, MOST) : files;
            }
            next.continuationToken(page.nextContinuationToken());
        }
    }

    /**
     * Opens a file; close it. Its metadata is that of the storage.
     *
     * @return nothing where the bucket has no such file any more
     */
    Optional<ResponseInputStream<GetObjectResponse>> open(String key) {
        return called(() -> object(key));
    }

    @Override
    public void close() {
        client.close();
    }

    private Optional<ResponseInputStream<GetObjectResponse>> object(String key) {
        try {
            return Optional.of(client.getObject(get -> get.bucket(name).key(key)));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    private <T> T called(Supplier<T> call) {
        try {
            addresses.resolve(url.getHost());
            return call.get();
        } catch (UnknownHostException unknown) {
            String why = unknown instanceof RefusedAddress refused
                    ? "is not called: " + refused.reason() + "."
                    : "cannot be reached: no host has its name.";
            throw new Unavailable("Archive", "The archive " + why, unknown);
        } catch (S3Exception refusal) {
            throw problem(refusal);
        } catch (SdkException failure) {
            throw new Unavailable(
                    "Archive", "The archive does not answer at " + url.getAuthority() + " within 10 s.", failure);
        }
    }

    private Problem problem(S3Exception refusal) {
        return switch (refusal.statusCode()) {
            case 401, 403 ->
                new Forbidden(
                        "The archive refuses the access key (" + refusal.statusCode()
                                + "): it needs s3:ListBucket on the bucket, and s3:GetObject on what is in it.",
                        refusal);
            case 404 -> new NotFound("The archive has no bucket " + name + ".");
            default -> new Unavailable("Archive", "The archive fails (" + refusal.statusCode() + ").", refusal);
        };
    }

    private static Region region(String host) {
        Matcher amazon = AMAZON.matcher(host);
        return amazon.matches() ? Region.of(amazon.group(1)) : Region.US_EAST_1;
    }

    private static AwsCredentialsProvider credentials(Credential credential) {
        return credential instanceof Credential.Basic(String user, String password)
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create(user, password))
                : AnonymousCredentialsProvider.create();
    }
}
