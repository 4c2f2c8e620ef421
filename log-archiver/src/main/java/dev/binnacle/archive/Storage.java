package dev.binnacle.archive;

/** Where finished files go. */
interface Storage {
    /**
     * Returns when the object is there with the length and the checksum of the file, whether this call or an earlier one
     * brought it; writes no object anew.
     *
     * @throws StorageFailure where that is not sure, after the timeout of the settings at the latest
     */
    void keep(ObjectKey key, Packed packed) throws StorageFailure;
}
