/**
 * The text of an expression becomes faults with their places, or closures over the fields of an item.
 *
 * <p>The way: {@link dev.soc2.rules.internal.expr.Lexer} cuts the text, {@link dev.soc2.rules.internal.expr.Parser}
 * makes a tree of it, {@link dev.soc2.rules.internal.expr.Checker} resolves names and types,
 * {@link dev.soc2.rules.internal.expr.Generator} makes closures. Errors of an item are values ({@link
 * dev.soc2.rules.internal.expr.Cause}), never thrown.
 *
 * <p>The language is a subset of CEL. It differs on purpose as follows; each row is shown by a test beside the reference
 * implementation.
 *
 * <table>
 * <caption>Deliberate differences</caption>
 * <tr><th>subject</th><th>CEL</th><th>here</th></tr>
 * <tr><td>decimals</td><td>binary doubles, infinity, NaN</td><td>exact, at most 200 digits; a quotient without a finite
 * form is an error of the item; equal values have equal texts</td></tr>
 * <tr><td>integers with decimals</td><td>refused where types are known</td><td>the integer is taken as a decimal</td></tr>
 * <tr><td>{@code null}</td><td>a value</td><td>refused: a field is there or absent</td></tr>
 * <tr><td>bytes, unsigned integers, types, {@code dyn()}, messages</td><td>part of it</td><td>refused</td></tr>
 * <tr><td>keys of maps</td><td>texts, integers, booleans</td><td>texts</td></tr>
 * <tr><td>a variable with fields</td><td>is a value</td><td>only its fields are</td></tr>
 * <tr><td>fields whose names are no identifiers</td><td>need a map</td><td>{@code attributes['x-y']},
 * {@code 'x-y' in attributes}</td></tr>
 * <tr><td>constants that can never be read ({@code int('a')}, {@code '('} as a pattern, an unknown zone, a key that
 * stands twice)</td><td>an error of every item</td><td>refused</td></tr>
 * <tr><td>{@code !!x}, {@code --x}</td><td>cancel out unchecked</td><td>are two operations</td></tr>
 * <tr><td>{@code [,]}</td><td>an empty list</td><td>refused</td></tr>
 * <tr><td>a value of any type plus an integer</td><td>an integer</td><td>of any type, since it may be a decimal</td></tr>
 * <tr><td>the element of {@code []}</td><td>of a type to be inferred</td><td>of any type</td></tr>
 * <tr><td>{@code timestamp('...')}</td><td>as the Java parser takes it</td><td>RFC 3339 with seconds, {@code T} and
 * {@code Z} in capitals</td></tr>
 * <tr><td>difference of timestamps</td><td>overflows beyond 292 years</td><td>does not</td></tr>
 * <tr><td>order of texts</td><td>by UTF-16 units in Java</td><td>by code points</td></tr>
 * <tr><td>order of a map's keys in macros</td><td>unspecified</td><td>by code points</td></tr>
 * <tr><td>budget</td><td>none unless set</td><td>{@link dev.soc2.rules.internal.expr.ExpressionLimits}; an exhausted
 * budget is an error that nothing hides</td></tr>
 * </table>
 */
@NullMarked
package dev.soc2.rules.internal.expr;

import org.jspecify.annotations.NullMarked;
