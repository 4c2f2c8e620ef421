package dev.binnacle.portal.log.search;

import java.util.List;

/**
 * What the cluster itself does with an index as it grows old. Times and sizes are as Elasticsearch writes them: "30d",
 * "50gb".
 *
 * @param policy of index lifecycle management; empty where a data stream's own lifecycle, or none, is known
 * @param phase that it is in, as in "hot"; empty where it is not known
 * @param age as in "3.2d"; empty where it is not known
 * @param rollsOver at which sizes or ages another index takes over, as in "at 50gb a shard"
 * @param kept how long it is kept after that; empty where it is not deleted, or that is not known
 * @param problem why it does not go on; empty where it does
 */
public record Lifecycle(String policy, String phase, String age, List<String> rollsOver, String kept, String problem) {

    public static final Lifecycle NONE = named("");

    public Lifecycle {
        rollsOver = List.copyOf(rollsOver);
    }

    /** @return the one of which only a name is known */
    static Lifecycle named(String policy) {
        return new Lifecycle(policy, "", "", List.of(), "", "");
    }
}
