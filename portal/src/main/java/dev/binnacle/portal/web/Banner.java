package dev.binnacle.portal.web;

/**
 * What makes pages less true than they look, said above everything on every page.
 *
 * @param environment whose; only those who may see it are told
 * @param headline one sentence
 * @param says more of it
 * @param link what the link says
 * @param path where it leads
 */
public record Banner(Status status, String environment, String headline, String says, String link, String path) {}
