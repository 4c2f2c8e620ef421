package dev.binnacle.portal.web;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Gives every template {@code frame}, {@code here}, {@code times}, {@code amounts} and {@code logLinks}. */
@Configuration(proxyBeanMethods = false)
class TemplateVariables {

    TemplateVariables(
            ThymeleafViewResolver views,
            Frame frame,
            CurrentPage here,
            Times times,
            Amounts amounts,
            LogLinks logLinks) {
        views.addStaticVariable("frame", frame);
        views.addStaticVariable("here", here);
        views.addStaticVariable("times", times);
        views.addStaticVariable("amounts", amounts);
        views.addStaticVariable("logLinks", logLinks);
    }
}
