package dev.binnacle.portal.web;

import java.util.List;

/** The environments that the switch in the top bar offers; implemented by the room that keeps them. */
public interface Scopes {

    /** @return all environments by name, from memory; the frame leaves out those that the account may not see */
    List<Scope> all();
}
