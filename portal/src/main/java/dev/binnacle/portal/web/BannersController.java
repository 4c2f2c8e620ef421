package dev.binnacle.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What every page has to say, fetched again by pages that stay open. */
@Controller
class BannersController {

    @GetMapping("/banners")
    String banners() {
        return "layout :: banners";
    }
}
