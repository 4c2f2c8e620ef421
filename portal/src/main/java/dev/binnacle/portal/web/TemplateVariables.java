package dev.binnacle.portal.web;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Gives every template {@code frame}, {@code here}, {@code times} and {@code amounts}. */
@Configuration(proxyBeanMethods = false)
class TemplateVariables {

    TemplateVariables(ThymeleafViewResolver views, Frame frame, CurrentPage here, Times times, Amounts amounts) {
        views.addStaticVariable("frame", frame);
        views.addStaticVariable("here", here);
        views.addStaticVariable("times", times);
        views.addStaticVariable("amounts", amounts);
    }
}
