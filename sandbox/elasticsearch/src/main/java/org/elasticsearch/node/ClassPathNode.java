package org.elasticsearch.node;

import java.util.List;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.ClassPathPlugins;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;
import org.jspecify.annotations.NullMarked;

/** A node made of jars on the class path, without an installation around it. */
@NullMarked
public final class ClassPathNode extends Node {

    /** @param settings must name {@code path.home} */
    public ClassPathNode(Settings settings, List<? extends Plugin> plugins) {
        super(NodeConstruction.prepareConstruction(
                new Environment(settings, null), ClassPathPlugins.none(), new WithPlugins(plugins), true));
    }

    private static final class WithPlugins extends NodeServiceProvider {
        private final List<? extends Plugin> plugins;

        WithPlugins(List<? extends Plugin> plugins) {
            this.plugins = plugins;
        }

        @Override
        PluginsService newPluginService(Environment environment, PluginsLoader loader) {
            return new ClassPathPlugins(environment, plugins);
        }
    }
}
