package dev.binnacle.portal.log;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Lets a template say where lines, fields and bars stand: {@code <th:block log:rows="${list}">}. They are many, and a template
 * takes several times as long to write them.
 */
@Component
class LogDialect extends AbstractProcessorDialect {

    LogDialect() {
        super("Log lines", "log", StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(
                new Each<>(prefix, "rows", LineRow.class, LineMarkup::write),
                new Each<>(prefix, "fields", FieldsPanel.Entry.class, (out, field, _) -> FieldMarkup.write(out, field)),
                new Each<>(prefix, "bars", Histogram.Bar.class, (out, bar, _) -> BarMarkup.draw(out, bar)),
                new Each<>(prefix, "bar-rows", Histogram.Bar.class, (out, bar, _) -> BarMarkup.tell(out, bar)));
    }

    private interface Writing<T> {
        void write(StringBuilder out, T each, String icons);
    }

    /** Writes each of a list in place of the element. */
    private static final class Each<T> extends AbstractAttributeTagProcessor {

        private final Class<T> type;
        private final Writing<T> writing;

        Each(String prefix, String attribute, Class<T> type, Writing<T> writing) {
            super(TemplateMode.HTML, prefix, null, false, attribute, true, 1_000, true);
            this.type = type;
            this.writing = writing;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String value,
                IElementTagStructureHandler structure) {
            String icons = String.valueOf(said(context, "@{/icons.svg}"));
            StringBuilder out = new StringBuilder();
            ((List<?>) said(context, value)).forEach(each -> writing.write(out, type.cast(each), icons));
            structure.replaceWith(out, false);
        }

        private static Object said(ITemplateContext context, String expression) {
            return StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, expression)
                    .execute(context);
        }
    }
}
