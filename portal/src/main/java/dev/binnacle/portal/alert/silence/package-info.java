/** Asks Alertmanager to mute alerts and to stop muting them, in the name of an account. */
@NullMarked
package dev.binnacle.portal.alert.silence;

import org.jspecify.annotations.NullMarked;
