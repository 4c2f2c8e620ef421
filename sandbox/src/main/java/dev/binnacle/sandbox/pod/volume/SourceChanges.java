package dev.binnacle.sandbox.pod.volume;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** Writes what has changed; a source that is deleted or incomplete leaves the files, as a kubelet does. */
record SourceChanges<T extends HasMetadata>(VolumeSource source, VolumeFolder folder)
        implements ResourceEventHandler<T> {

    @Override
    public void onAdd(T object) {
        show(object);
    }

    @Override
    public void onUpdate(T before, T object) {
        show(object);
    }

    @Override
    public void onDelete(T object, boolean finalStateUnknown) {}

    private void show(T object) {
        try {
            folder.show(source.files(object));
        } catch (IOException | MissingSource failure) {
            System.getLogger(SourceChanges.class.getName())
                    .log(Level.WARNING, "The volume of " + source.name() + " was not updated", failure);
        }
    }
}
