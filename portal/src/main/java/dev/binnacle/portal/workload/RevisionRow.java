package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Revision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A revision in the list.
 *
 * @param versions of its images
 * @param before the number of the one before; 0 where there is none
 */
record RevisionRow(Revision revision, boolean current, String versions, long before) {

    private static final int SHOWN = 20;

    static List<RevisionRow> of(List<Revision> newestFirst, long current) {
        return IntStream.range(0, Math.min(SHOWN, newestFirst.size()))
                .mapToObj(at -> {
                    Revision revision = newestFirst.get(at);
                    long before = at + 1 < newestFirst.size()
                            ? newestFirst.get(at + 1).number()
                            : 0;
                    return new RevisionRow(
                            revision,
                            revision.number() == current,
                            revision.images().stream().map(Images::version).collect(Collectors.joining(", ")),
                            before);
                })
                .toList();
    }
}
