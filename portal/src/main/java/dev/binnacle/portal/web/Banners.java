package dev.binnacle.portal.web;

import java.util.List;

/** Something that every page has to say; implemented by the room that knows of it. */
public interface Banners {

    /** @return what is to be said now, from memory; the frame leaves out environments that the account may not see */
    List<Banner> banners();
}
