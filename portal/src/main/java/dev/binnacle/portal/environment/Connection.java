package dev.binnacle.portal.environment;

import java.net.URI;

/** An address and what to show there, decrypted: for the room that makes the call, never for a page. */
public record Connection(URI url, Credential credential) {}
