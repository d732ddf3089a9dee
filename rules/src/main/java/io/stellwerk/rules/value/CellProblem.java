package io.stellwerk.rules.value;

import io.stellwerk.rules.finding.FindingCode;

/**
 * What is wrong with the text of a cell.
 *
 * @param at index in the text, from 0
 */
public record CellProblem(FindingCode code, int at, String message, String remedy) {}
