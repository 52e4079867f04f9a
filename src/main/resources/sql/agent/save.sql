INSERT INTO agent (
  id, owner, name, backstory, personality_traits, avatar_prompt, picture, description,
  fallback_persona, fallback_avatar, run_id, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
