package dev.hatchery.avatar.painter.parts;

/**
 * Where things sit on a creature, in canvas units.
 *
 * @param cx the middle of the head, left to right
 * @param crownY the top of the head
 * @param eyeDx half the distance of the eyes
 * @param neckRx half the width of the neck
 * @param handDx half the distance of the hands
 */
public record Pose(
    double cx,
    double crownY,
    double headRx,
    double eyeDx,
    double eyeY,
    double eyeRx,
    double eyeRy,
    double mouthY,
    double neckY,
    double neckRx,
    double handY,
    double handDx) {}
