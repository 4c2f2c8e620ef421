package dev.binnacle.portal.alert.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Alertmanagers that share their silences and tell of an alert once between them; or one that stands alone. */
record Cluster(List<MemberState> members) {

    /** @return the members by cluster; those that share a peer belong together, those that know of none stand alone */
    static List<Cluster> of(List<MemberState> members) {
        List<List<MemberState>> clusters = new ArrayList<>();
        for (MemberState member : members) {
            List<List<MemberState>> same = clusters.stream()
                    .filter(cluster -> cluster.stream().anyMatch(other -> related(member, other)))
                    .toList();
            List<MemberState> joined =
                    new ArrayList<>(Stream.concat(same.stream().flatMap(List::stream), Stream.of(member))
                            .toList());
            clusters.removeAll(same);
            clusters.add(joined);
        }
        return clusters.stream().map(Cluster::new).toList();
    }

    private static boolean related(MemberState one, MemberState other) {
        return one.last() != null
                && other.last() != null
                && !Collections.disjoint(one.last().peers(), other.last().peers());
    }

    String name() {
        return members.stream().map(MemberState::address).collect(Collectors.joining(", "));
    }

    boolean answers() {
        return members.stream().anyMatch(MemberState::answers);
    }

    /** @return what its answering members say; where none answers, what was last heard */
    List<Reading> readings() {
        return members.stream()
                .filter(member -> member.answers() || !answers())
                .map(MemberState::last)
                .filter(Objects::nonNull)
                .toList();
    }

    /** @return each silence once */
    List<Silence> silences() {
        return readings().stream()
                .flatMap(reading -> reading.silences().stream())
                .map(silence -> silence.silence(name()))
                .collect(Collectors.toMap(Silence::id, silence -> silence, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    List<Member> described() {
        return members.stream()
                .map(member -> new Member(
                        member.address(),
                        name(),
                        member.last() == null ? "" : member.last().version(),
                        member.last() != null,
                        member.failingSince(),
                        member.problem(),
                        member.last() == null ? Condition.SOUND : member.last().condition()))
                .toList();
    }

    /** @return since when none of its members answers */
    Optional<Instant> failingSince() {
        return answers()
                ? Optional.empty()
                : members.stream()
                        .map(MemberState::failingSince)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder());
    }
}
