namespace JobWise.Llm.Resume;

/// <summary>A citable text and the entry that it belongs to.</summary>
/// <param name="Text">The profile's text with its id.</param>
/// <param name="EntryId">The entry's id; <c>summary</c> for the sentences of the profile's summary.</param>
/// <param name="IsBullet">Whether it is a bullet, which may be rephrased in its place.</param>
internal sealed record IndexedText(ProfileText Text, string EntryId, bool IsBullet);
