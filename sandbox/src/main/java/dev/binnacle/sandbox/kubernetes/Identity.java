package dev.binnacle.sandbox.kubernetes;

import java.security.KeyPair;
import org.bouncycastle.cert.X509CertificateHolder;

/** A certificate with its keys. */
record Identity(X509CertificateHolder certificate, KeyPair keys) {}
