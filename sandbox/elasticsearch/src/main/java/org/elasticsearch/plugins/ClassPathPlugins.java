package org.elasticsearch.plugins;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.PluginDescriptor.DeploymentTarget;
import org.jspecify.annotations.NullMarked;

/** Plugins that are objects on the class path rather than folders of an installation. */
@NullMarked
public final class ClassPathPlugins extends PluginsService {
    private final List<LoadedPlugin> plugins;

    public ClassPathPlugins(Environment environment, List<? extends Plugin> plugins) {
        super(environment.settings(), environment.configDir(), none());
        this.plugins = plugins.stream().map(ClassPathPlugins::loaded).toList();
    }

    /** A loader that looks for no folder. */
    public static PluginsLoader none() {
        return PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false);
    }

    @Override
    protected List<LoadedPlugin> plugins() {
        return plugins;
    }

    private static LoadedPlugin loaded(Plugin plugin) {
        String name = plugin.getClass().getName();
        PluginDescriptor descriptor = new PluginDescriptor(
                name,
                "On the class path",
                "1",
                "1",
                "25",
                name,
                null,
                List.of(),
                false,
                false,
                false,
                false,
                DeploymentTarget.ALL);
        return new LoadedPlugin(descriptor, plugin, plugin.getClass().getClassLoader());
    }
}
