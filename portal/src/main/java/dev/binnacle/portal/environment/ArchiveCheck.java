package dev.binnacle.portal.environment;

/** Tries the storage of rotated log files; the room that reads it implements it. */
public interface ArchiveCheck {

    /**
     * @return what was found, in a few words
     * @throws dev.binnacle.portal.problem.Problem where it does not answer within ten seconds, or refuses
     */
    String check(Connection connection);
}
